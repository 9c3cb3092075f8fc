export const id = 130;
export const ids = [130];
export const modules = {

/***/ 9130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   identityAnnotations: () => (/* binding */ identityAnnotations)
/* harmony export */ });
/* unused harmony export identityPairs */
/** The identity under the names that OCI gives it, for annotations and labels alike. */
async function identityPairs(given) {
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const names = ['version', 'revision', 'source'];
    return Object.fromEntries(names.flatMap((name) => {
        const value = given[name];
        return value === undefined ? [] : [[annotationKeys[name], value]];
    }));
}
/** The identity, and whatever else is given as an annotation. */
async function identityAnnotations(given) {
    const { parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(723), __webpack_require__.e(277), __webpack_require__.e(603)]).then(__webpack_require__.bind(__webpack_require__, 6603));
    return { ...(await identityPairs(given)), ...parsePairs(given.annotation, 'annotation') };
}


/***/ })

};
