export const id = 8267;
export const ids = [8267];
export const modules = {

/***/ 80648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadPackerBases: () => (/* binding */ loadPackerBases)
/* harmony export */ });
/** The golden VM image for each platform, all read from one resolved digest; none when the template has its own source. */
async function loadPackerBases(text, platforms, open, signal) {
    if (text === undefined)
        return [];
    const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { withoutDigest } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 92573));
    const reference = parseReference(text);
    const name = formatReference(withoutDigest(reference));
    const store = open(reference);
    const bases = [];
    for (const platform of platforms) {
        const image = await loadImage(store, bases[0]?.image.reference ?? reference, { platform, signal });
        bases.push({ name, platform, image });
    }
    return bases;
}


/***/ })

};
