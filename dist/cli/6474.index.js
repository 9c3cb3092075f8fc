export const id = 6474;
export const ids = [6474,3571];
export const modules = {

/***/ 26474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDocumentTime: () => (/* binding */ readDocumentTime),
/* harmony export */   writeScanDocuments: () => (/* binding */ writeScanDocuments)
/* harmony export */ });
/* harmony import */ var _write_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3571);

/** Every document that was asked for, whatever the gate said. */
async function writeScanDocuments(files, { image, name, scanned, decision, documentTime }) {
    const room = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(648), __webpack_require__.e(366), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 30983));
    const { formatRepository } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { findings, packages, distribution, database, startedAt, finishedAt } = scanned;
    const repository = formatRepository(image.reference);
    const digest = image.manifestDigest;
    const now = documentTime ?? startedAt;
    const version = room.engineVersion;
    const documents = [
        [files.report, () => (0,_write_document_js__WEBPACK_IMPORTED_MODULE_0__.toJson)(room.toReport(findings))],
        [files.sarif, () => (0,_write_document_js__WEBPACK_IMPORTED_MODULE_0__.toJson)(room.toSarif(findings, { image: name, version, decision }))],
        [files.sbom, () => room.toCycloneDx(packages, { repository, digest, now, version, distribution })],
        [files.attestation, () => (0,_write_document_js__WEBPACK_IMPORTED_MODULE_0__.toJson)(room.toVulnsPredicate(findings, { version, database, startedAt, finishedAt }))],
    ];
    for (const [file, content] of documents) {
        if (file !== undefined)
            await (0,_write_document_js__WEBPACK_IMPORTED_MODULE_0__.writeDocument)(file, await content());
    }
}
/**
 * When the documents say that they were made: SOURCE_DATE_EPOCH, read as `bake` reads it; undefined when it is not set.
 *
 * @throws IngotError `invalid-input` when it is not seconds since 1970
 */
async function readDocumentTime(env) {
    if (!env.SOURCE_DATE_EPOCH)
        return undefined;
    const { readEpoch } = await __webpack_require__.e(/* import() */ 1668).then(__webpack_require__.bind(__webpack_require__, 31668));
    return new Date(readEpoch(env) * 1000);
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
