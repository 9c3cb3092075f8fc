export const id = 3571;
export const ids = [3571];
export const modules = {

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
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 19));
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 19));
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
