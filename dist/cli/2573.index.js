export const id = 2573;
export const ids = [2573];
export const modules = {

/***/ 92573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseOutput: () => (/* binding */ parseOutput),
/* harmony export */   withoutDigest: () => (/* binding */ withoutDigest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** @throws IngotError `invalid-reference` when it is none, or names a digest, which cannot be chosen */
async function parseOutput(text) {
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const reference = parseReference(text);
    if (reference.digest === undefined)
        return { reference, tags: reference.tag === undefined ? [] : [reference.tag] };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot write to ${text}: the digest follows from the content`, {
        advice: 'Name the repository alone, or with a tag',
    });
}
/** The name under which an image was asked for: what is kept of a base beside its digest. */
function withoutDigest(reference) {
    const { digest: _, ...rest } = reference;
    return rest;
}


/***/ })

};
