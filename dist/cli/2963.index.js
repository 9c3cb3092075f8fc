export const id = 2963;
export const ids = [2963];
export const modules = {

/***/ 12963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   matrixOf: () => (/* binding */ matrixOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * What is left to jobs of their own: of BuildKit every platform, when there are several or a runner is named for the only
 * one, since it runs what it builds, fast only where the platform is the machine's own. The other engines bake all at once.
 *
 * @param runners JSON object, platform → labels
 * @throws IngotError `invalid-input`
 */
function matrixOf(engine, platforms, runners) {
    const labels = runners === undefined ? new Map() : readRunners(runners);
    if (engine !== 'buildkit')
        return [];
    const [only, ...others] = platforms;
    if (only === undefined || (others.length === 0 && !labels.has(only)))
        return [];
    return platforms.map((platform) => {
        const runner = labels.get(platform);
        return { platform, name: platform.replaceAll('/', '-'), ...(runner !== undefined && { runner }) };
    });
}
function readRunners(text) {
    const isLabels = (value) => [value].flat().every((label) => typeof label === 'string' && label !== '');
    try {
        const value = JSON.parse(text);
        const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
        const entries = isMap ? Object.entries(value) : [];
        if (isMap && entries.every((entry) => isLabels(entry[1])))
            return new Map(entries);
    }
    catch {
        // not JSON: said below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `The runners ${JSON.stringify(text)} are no JSON object of labels`, {
        advice: `Write them as in '{"linux/arm64": "ubuntu-24.04-arm", "linux/s390x": ["self-hosted", "s390x"]}'`,
    });
}


/***/ })

};
