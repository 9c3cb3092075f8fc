export const id = 961;
export const ids = [961];
export const modules = {

/***/ 6961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openScanImage: () => (/* binding */ openScanImage)
/* harmony export */ });
/** The one platform of an image that is scanned; what is left out of an index is said aloud. */
async function openScanImage(inputs, job) {
    const { loadImage, platformsOf } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(583)]).then(__webpack_require__.bind(__webpack_require__, 6583));
    const { formatPlatform } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(535)]).then(__webpack_require__.bind(__webpack_require__, 7535));
    const { parseReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(537), __webpack_require__.e(764)]).then(__webpack_require__.bind(__webpack_require__, 3764));
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
