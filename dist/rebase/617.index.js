export const id = 617;
export const ids = [617];
export const modules = {

/***/ 9617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseBases: () => (/* binding */ refuseBases)
/* harmony export */ });
/* unused harmony export candidatesOf */
/**
 * Asks the organisation policy in `file` about everything that an image will be built on, each image once; about `scratch`
 * when it is nothing.
 *
 * @returns the first refusal; undefined when all may be used, or when there is no policy
 */
async function refuseBases(file, bases, job) {
    if (file === undefined)
        return undefined;
    const { checkBase } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(723), __webpack_require__.e(775), __webpack_require__.e(497), __webpack_require__.e(344)]).then(__webpack_require__.bind(__webpack_require__, 1344));
    const { loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(723), __webpack_require__.e(867), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 9017));
    const policy = await toBasePolicy(await loadPolicy(file));
    const verifySignature = signatureVerifier(job);
    const distinct = new Map(bases.map((base) => [`${base.store.repository}@${base.digest} ${base.manifestDigest}`, base]));
    // What a build only reads is no base: the image still starts from nothing.
    const fromScratch = bases.some(({ use }) => use !== 'read') ? [] : ['scratch'];
    for (const base of [...fromScratch, ...distinct.values()]) {
        const decision = await checkBase({ base, policy, now: new Date(), verifySignature });
        if (!decision.approved)
            return { rule: decision.rule, message: `${decision.why}. ${decision.advice}` };
        const name = base === 'scratch' ? base : `${base.store.repository}@${base.digest}`;
        job.log(`base ${name} is approved: ${decision.why}`);
    }
    return undefined;
}
/** What a rebase onto `base` would build on: of an index, the manifest of each platform that is asked for. */
async function candidatesOf(base, platforms) {
    const { createdOf } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(723), __webpack_require__.e(775), __webpack_require__.e(497), __webpack_require__.e(344)]).then(__webpack_require__.bind(__webpack_require__, 1344));
    const { servesPlatform } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(775)]).then(__webpack_require__.bind(__webpack_require__, 5775));
    const { store, reference, digest, manifestDigest } = base;
    const created = createdOf(base);
    const manifests = (base.index?.manifests ?? []).filter(({ platform }) => platform !== undefined && platforms.some((wanted) => servesPlatform(platform, wanted)));
    const digests = manifests.length === 0 ? [manifestDigest] : manifests.map((manifest) => manifest.digest);
    return digests.map((one) => ({ store, reference, digest, manifestDigest: one, created }));
}
async function toBasePolicy({ bases, revoked, maximumAgeMilliseconds }) {
    const { parseDigest } = await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 9501));
    return {
        maximumAgeMilliseconds,
        bases: bases.map(({ key, digest, ...entry }) => ({
            ...entry,
            digest: digest === undefined ? undefined : parseDigest(digest),
            signer: key === undefined ? undefined : { kind: 'key', pem: key },
        })),
        revoked: revoked.map((entry) => ({ ...entry, digest: parseDigest(entry.digest) })),
    };
}
/** Looks for a signature on the digest that a base's reference names: once, however many platforms of it are used. */
function signatureVerifier(job) {
    const answers = new Map();
    return (image, signer) => {
        const key = `${image.store.repository}@${image.digest} ${signer.pem}`;
        const answer = answers.get(key) ?? verify(image, signer.pem, job);
        answers.set(key, answer);
        return answer;
    };
}
async function verify({ store, digest }, keyPem, job) {
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(168), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 5407));
    const verifiers = [await loadVerifier(keyPem)];
    const required = { require: ['signature'], signal: job.signal };
    const { verdict, explanation } = await verifyImage({ store, digest, verifiers, ...required });
    return { ok: verdict === 'pass', why: explanation };
}


/***/ })

};
