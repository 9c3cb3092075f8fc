export const id = 659;
export const ids = [659,3571];
export const modules = {

/***/ 10659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readReports: () => (/* binding */ readReports),
/* harmony export */   writeBakeDocuments: () => (/* binding */ writeBakeDocuments),
/* harmony export */   writeReportedProvenance: () => (/* binding */ writeReportedProvenance)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _write_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3571);


/** What was baked and out of what: the provenance for the signing job, and the report for the one that joins platforms. */
async function writeBakeDocuments(files, facts, baked, env) {
    const report = reportOf(facts, baked);
    // Of an image that was kept, the provenance is what it was when it was made; this build's would be about another commit.
    const isOwn = !baked.unchanged || baked.reproduced === true;
    if (files.provenance !== undefined && isOwn)
        await writeReportedProvenance(files.provenance, report, env);
    if (files.report !== undefined)
        await (0,_write_document_js__WEBPACK_IMPORTED_MODULE_1__.writeDocument)(files.report, (0,_write_document_js__WEBPACK_IMPORTED_MODULE_1__.toJson)(report));
}
/** Says out of what, with which settings and why an image was baked, where the signing job finds it. */
async function writeReportedProvenance(file, report, env) {
    const { provenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { engine, reason, inputs, source } = report;
    const images = report.bases.map(({ name, manifestDigest }) => ({ name, digest: manifestDigest }));
    const distinct = [...new Map(images.map((image) => [`${image.name}@${image.digest}`, image])).values()];
    await (0,_write_document_js__WEBPACK_IMPORTED_MODULE_1__.writeDocument)(file, (0,_write_document_js__WEBPACK_IMPORTED_MODULE_1__.toJson)(provenancePredicate({ engine, reason, inputs, images: distinct, source, env })));
}
/** The reports in files, and in the JSON files of directories, in order of their names. */
async function readReports(paths) {
    const { maximumReportBytes, parseReport } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { readFile, stat } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 19));
    const files = (await Promise.all(paths.map(filesIn))).flat();
    return Promise.all(files.map(async (file) => {
        const { size } = await stat(file);
        if (size > maximumReportBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('size-exceeded', `The report ${file} is larger than 1 MiB`);
        return parseReport(await readFile(file, 'utf8'), file);
    }));
}
async function filesIn(path) {
    const { readdir, stat } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 19));
    const { join } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 19));
    const found = await stat(path).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('not-found', `There is no report of a bake at ${path}: ${cause.message}`, { cause });
    });
    if (!found.isDirectory())
        return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const reports = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
    return reports.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}
function reportOf({ engine, reason, inputs, bases, source, revision }, baked) {
    return {
        schemaVersion: 1,
        engine,
        reason,
        inputs,
        digest: baked.digest,
        platforms: baked.platforms.map(({ platform, digest }) => ({ platform, digest })),
        bases: bases.map(({ platform, name, digest, manifestDigest }) => ({ platform, name, digest, manifestDigest })),
        source: { ...(source !== undefined && { url: source }), ...(revision !== undefined && { revision }) },
    };
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
