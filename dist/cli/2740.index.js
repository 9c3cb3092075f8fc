export const id = 2740;
export const ids = [2740];
export const modules = {

/***/ 2740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   foundBases: () => (/* binding */ foundBases),
/* harmony export */   loadBases: () => (/* binding */ loadBases)
/* harmony export */ });
/** The base of each platform that is asked for, all read from one resolved digest. */
async function loadBases(base, written, signal) {
    const { formatPlatform, hostPlatform, loadImage, parsePlatform } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const asked = [...new Set(written.flatMap((entry) => entry.split(',')).map((entry) => entry.trim()))];
    const platforms = asked.filter(Boolean).map((entry) => formatPlatform(parsePlatform(entry)));
    if (base === undefined) {
        return (platforms.length > 0 ? platforms : [hostPlatform()]).map((platform) => ({ platform }));
    }
    const { store, reference } = base;
    const [first, ...rest] = platforms;
    const image = await loadImage(store, reference, { platform: first, signal });
    const others = rest.map(async (platform) => {
        return { platform, image: await loadImage(store, image.reference, { platform, signal }) };
    });
    return [{ platform: formatPlatform(image.config), image }, ...(await Promise.all(others))];
}
/** The bases as every engine names them. */
async function foundBases(name, platforms) {
    const { createdOf } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    return platforms.flatMap(({ platform, image }) => {
        if (image === undefined || name === undefined)
            return [];
        const { store, reference, digest, manifestDigest } = image;
        return [{ platform, name, store, reference, digest, manifestDigest, created: createdOf(image) }];
    });
}


/***/ })

};
