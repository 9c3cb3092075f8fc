export const id = 918;
export const ids = [918,571];
export const modules = {

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeRebaseProvenance: () => (/* binding */ writeRebaseProvenance)
/* harmony export */ });
/* harmony import */ var _write_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3571);

/** Says that the image is a rebase: of what, from which base onto which, and why. */
async function writeRebaseProvenance(file, { image, base, oldBase, output, reason }, rebased, env) {
    const { provenancePredicate } = await __webpack_require__.e(/* import() */ 338).then(__webpack_require__.bind(__webpack_require__, 8338));
    const { formatReference, parseReference } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { withoutDigest } = await __webpack_require__.e(/* import() */ 573).then(__webpack_require__.bind(__webpack_require__, 2573));
    const nameOf = (text) => formatReference(withoutDigest(parseReference(text)));
    const distinct = (digests) => [...new Set(digests)];
    const images = [
        { name: nameOf(image), digest: rebased.image, role: 'image' },
        ...distinct(rebased.platforms.map(({ to }) => to)).map((digest) => ({ name: nameOf(base), digest, role: 'base' })),
        ...rebased.platforms.map(({ from, fromName }) => ({ name: fromName, digest: from, role: 'old base' })),
    ];
    const inputs = { image, base, output, ...(oldBase !== undefined && { 'old-base': oldBase }) };
    const predicate = provenancePredicate({ engine: 'rebase', reason, inputs, images, env });
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
