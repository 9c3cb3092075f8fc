export const id = 3225;
export const ids = [3225];
export const modules = {

/***/ 83225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeRelease: () => (/* binding */ describeRelease)
/* harmony export */ });
/** The record of a release: what is given, else what verified evidence says, else what the image says of itself. */
async function describeRelease(app, image, given, verification, releases) {
    const { platformsOf } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { formatReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { checkedVersion, chooseVersion, readEvidence, readOrigin } = await __webpack_require__.e(/* import() */ 5093).then(__webpack_require__.bind(__webpack_require__, 45093));
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
