export const id = 343;
export const ids = [343];
export const modules = {

/***/ 7343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findConfig: () => (/* binding */ findConfig)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

const defaultFile = 'ingot.yml';
/**
 * The configuration named by the caller, or `ingot.yml` in the working directory when there is one. The schemas are
 * loaded only then: an action that is used wrongly ends before.
 */
async function findConfig(file) {
    if (file === undefined && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(defaultFile))
        return undefined;
    const { loadConfig } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(377), __webpack_require__.e(815), __webpack_require__.e(318)]).then(__webpack_require__.bind(__webpack_require__, 1318));
    return loadConfig(file ?? defaultFile);
}


/***/ })

};
