export const id = 93;
export const ids = [93];
export const modules = {

/***/ 5093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkedVersion: () => (/* binding */ checkedVersion),
/* harmony export */   chooseVersion: () => (/* binding */ chooseVersion),
/* harmony export */   readEvidence: () => (/* binding */ readEvidence),
/* harmony export */   readOrigin: () => (/* binding */ readOrigin)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** What the image's own annotations say about where it comes from; those of the platform's manifest before the index's. */
async function readOrigin(image) {
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const { isDigest } = await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 9501));
    const said = { ...image.index?.annotations, ...image.manifest.annotations };
    const name = said[annotationKeys.baseName];
    const digest = said[annotationKeys.baseDigest];
    const repository = said[annotationKeys.source];
    const revision = said[annotationKeys.revision];
    const version = said[annotationKeys.version];
    return {
        base: name !== undefined && digest !== undefined && isDigest(digest) ? { name, digest } : null,
        source: { ...(repository !== undefined && { repository }), ...(revision !== undefined && { revision }) },
        ...(version !== undefined && { version }),
    };
}
/** The evidence that was verified, and what it says that people want to see without opening it. */
async function readEvidence(found) {
    const { predicateTypes } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(168), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 5407));
    const of = (type) => found.filter((one) => one.predicateType === type).map((one) => one.predicate);
    const scans = of(predicateTypes.vulns).sort((a, b) => (finishedAt(a) < finishedAt(b) ? -1 : 1));
    const latest = scans.at(-1);
    const reason = reasonOf(of(predicateTypes.provenance)[0]);
    return {
        evidence: found.map(({ predicateType, digest }) => ({ predicateType, digest })),
        signer: found.find((one) => one.predicateType === predicateTypes.signature)?.signer ?? null,
        findings: latest === undefined ? null : countFindings(latest),
        ...(reason !== undefined && { reason }),
    };
}
/** The image's own version, unless another digest has been released under it: then the first tag tells them apart. */
function chooseVersion(own, tags, digest, releases) {
    const isTaken = releases.some((release) => release.version === own && release.digest !== digest);
    return own === undefined || isTaken ? (tags[0] ?? own ?? digest) : own;
}
/**
 * A version stands in headings, commit subjects and outputs, and may come from an image that others made.
 *
 * @throws IngotError `invalid-input`
 */
function checkedVersion(version) {
    if (/^[A-Za-z0-9][A-Za-z0-9._+:~-]{0,127}$/.test(version))
        return version;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `${JSON.stringify(version)} cannot be the version of a release`, {
        advice: 'Give --version: letters, digits and . _ + : ~ -, at most 128 of them',
    });
}
/**
 * Findings by severity; what nobody has rated is in none of the four.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.2/spec/predicates/vulns_02.md
 */
function countFindings(predicate) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0 };
    for (const finding of asArray(asRecord(predicate.scanner).result)) {
        const scores = asArray(asRecord(finding).severity).map((entry) => String(asRecord(entry).score).toLowerCase());
        const known = scores.find((score) => Object.hasOwn(counts, score));
        if (known !== undefined)
            counts[known]++;
    }
    return counts;
}
function finishedAt(predicate) {
    return String(asRecord(predicate.metadata).scanFinishedOn ?? '');
}
/** Why it was built, as the builder's provenance says. */
function reasonOf(provenance) {
    const said = asRecord(asRecord(provenance?.buildDefinition).externalParameters).reason;
    return ['push', 'base', 'cve', 'age', 'manual'].find((reason) => reason === said);
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function asArray(value) {
    return Array.isArray(value) ? value : [];
}


/***/ })

};
