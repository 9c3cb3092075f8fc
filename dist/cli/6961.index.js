export const id = 6961;
export const ids = [6961];
export const modules = {

/***/ 26961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openScanImage: () => (/* binding */ openScanImage)
/* harmony export */ });
/** The one platform of an image that is scanned; what is left out of an index is said aloud. */
async function openScanImage(inputs, job) {
    const { loadImage, platformsOf } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { formatPlatform } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(7535)]).then(__webpack_require__.bind(__webpack_require__, 17535));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060));
    const { signal } = job;
    const reference = parseReference(inputs.image);
    const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal });
    const image = await loadImage(store, reference, { platform: inputs.platform, signal });
    const others = platformsOf(image).length - 1;
    if (others > 0 && inputs.platform === undefined) {
        job.warn(`Only ${formatPlatform(image.config)} is scanned: the image has ${platformsOf(image).join(', ')}`);
    }
    return image;
}


/***/ })

};
