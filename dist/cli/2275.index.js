export const id = 2275;
export const ids = [2275];
export const modules = {

/***/ 52275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadFirstPlatform: () => (/* binding */ loadFirstPlatform)
/* harmony export */ });
/**
 * The whole image, seen through its first platform: this machine's own may not be among them, and what is recorded of an
 * image must not depend on the machine that records it.
 */
async function loadFirstPlatform(store, reference, signal) {
    const { isRealPlatform, formatPlatform, loadImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { resolveDigest } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(6830)]).then(__webpack_require__.bind(__webpack_require__, 7788));
    const { parseIndex } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(7535)]).then(__webpack_require__.bind(__webpack_require__, 17535));
    const { indexTypes } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 50261));
    const { pinned } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const digest = await resolveDigest(store, reference, signal);
    const stored = await store.readManifest(digest, { signal });
    const isIndex = stored !== undefined && indexTypes.includes(stored.descriptor.mediaType);
    const index = isIndex ? parseIndex(stored.bytes, `${store.repository}@${digest}`) : undefined;
    const platform = index?.manifests.map((each) => each.platform).find(isRealPlatform);
    return loadImage(store, pinned(reference, digest), { platform: platform && formatPlatform(platform), signal });
}


/***/ })

};
