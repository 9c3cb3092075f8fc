export const id = 225;
export const ids = [225];
export const modules = {

/***/ 3225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeRelease: () => (/* binding */ describeRelease)
/* harmony export */ });
/** The record of a release: what is given, else what verified evidence says, else what the image says of itself. */
async function describeRelease(app, image, given, verification, releases) {
    const { platformsOf } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(403)]).then(__webpack_require__.bind(__webpack_require__, 2403));
    const { formatReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { checkedVersion, chooseVersion, readEvidence, readOrigin } = await __webpack_require__.e(/* import() */ 93).then(__webpack_require__.bind(__webpack_require__, 5093));
    const { base, source, version } = await readOrigin(image);
    const { evidence, signer, findings, reason = 'push' } = await readEvidence(verification?.found ?? []);
    return {
        schemaVersion: 1,
        app,
        digest: image.digest,
        image: formatReference(image.reference),
        version: checkedVersion(given.version ?? chooseVersion(version, given.tag, image.digest, releases)),
        tags: given.tag,
        platforms: platformsOf(image),
        base,
        source,
        reason: given.reason ?? reason,
        publishedAt: new Date().toISOString(),
        evidence,
        signer,
        findings,
    };
}


/***/ })

};
