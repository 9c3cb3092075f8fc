export const id = 7317;
export const ids = [7317];
export const modules = {

/***/ 37317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   layerCacheDirectory: () => (/* binding */ layerCacheDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/**
 * Where this user's caches lie; none when the environment names no place.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/0.8/
 */
function layerCacheDirectory(given, env) {
    if (given !== undefined && given !== '')
        return given;
    if (env.INGOT_CACHE_DIR !== undefined && env.INGOT_CACHE_DIR !== '')
        return env.INGOT_CACHE_DIR;
    // What is not absolute is to be ignored, says the specification.
    const caches = [env.XDG_CACHE_HOME, env.HOME && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(env.HOME, '.cache')].find((path) => path && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path));
    return caches ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(caches, 'ingot') : undefined;
}


/***/ })

};
