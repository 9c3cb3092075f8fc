export const id = 5423;
export const ids = [5423];
export const modules = {

/***/ 5423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   additionsFromHere: () => (/* binding */ additionsFromHere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** What lies below the working directory is named from there: the same build on another machine is the same provenance. */
function additionsFromHere(additions) {
    return additions.map(({ source, destination, rules, platforms }) => {
        const near = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(process.cwd(), source);
        const isBelow = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(source) && near !== '' && !near.startsWith('..');
        const from = isBelow ? near : source;
        const isPlain = platforms === undefined && Object.values(rules ?? {}).every((rule) => rule === undefined);
        return isPlain ? `${from}:${destination}` : { source: from, destination, ...rules, ...(platforms && { platforms }) };
    });
}


/***/ })

};
