export const id = 7918;
export const ids = [7918,3571];
export const modules = {

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeRebaseProvenance: () => (/* binding */ writeRebaseProvenance)
/* harmony export */ });
/* harmony import */ var _write_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3571);

/** Says that the image is a rebase, of what, and onto what. */
async function writeRebaseProvenance(file, given, request, { bases }, env) {
    const { provenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(1077)]).then(__webpack_require__.bind(__webpack_require__, 1077));
    const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { withoutDigest } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 2573));
    const { image, base, output, reason } = given;
    const name = formatReference(withoutDigest(parseReference(image)));
    const images = [
        { name, digest: request.image.digest },
        ...bases.map(({ to }) => ({ name: request.baseName, digest: to })),
    ];
    const predicate = provenancePredicate({ engine: 'rebase', reason, inputs: { image, base, output }, images, env });
    await (0,_write_document_js__WEBPACK_IMPORTED_MODULE_0__.writeDocument)(file, (0,_write_document_js__WEBPACK_IMPORTED_MODULE_0__.toJson)(predicate));
}


/***/ }),

/***/ 3571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toJson: () => (/* binding */ toJson),
/* harmony export */   writeDocument: () => (/* binding */ writeDocument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Writes what an action was asked for; folders on the way are made.
 *
 * @throws IngotError `invalid-input` when the file cannot be written
 */
async function writeDocument(file, content) {
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `Cannot write ${file}: ${cause.message}`, { cause });
    }
}
/** The text of a JSON document as people and tools read it: two spaces, a line end. */
function toJson(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}


/***/ })

};
