export const id = 808;
export const ids = [808];
export const modules = {

/***/ 808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readDocumentTime: () => (/* binding */ readDocumentTime),
  writeScanDocuments: () => (/* binding */ writeScanDocuments)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/actions/wiring/write-document.js

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
        throw new errors/* IngotError */.se('invalid-input', `Cannot write ${file}: ${cause.message}`, { cause });
    }
}
/** The text of a JSON document as people and tools read it: two spaces, a line end. */
function toJson(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/actions/wiring/scan-documents.js

/** Every document that was asked for, whatever the gate said. */
async function writeScanDocuments(files, { image, name, scanned, decision, documentTime }) {
    const room = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(377), __webpack_require__.e(858), __webpack_require__.e(583), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 983));
    const { formatRepository } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { findings, packages, distribution, database, startedAt, finishedAt } = scanned;
    const repository = formatRepository(image.reference);
    const digest = image.manifestDigest;
    const now = documentTime ?? startedAt;
    const version = room.engineVersion;
    const documents = [
        [files.report, () => toJson(room.toReport(findings))],
        [files.sarif, () => toJson(room.toSarif(findings, { image: name, version, decision }))],
        [files.sbom, () => room.toCycloneDx(packages, { repository, digest, now, version, distribution })],
        [files.attestation, () => toJson(room.toVulnsPredicate(findings, { version, database, startedAt, finishedAt }))],
    ];
    for (const [file, content] of documents) {
        if (file !== undefined)
            await writeDocument(file, await content());
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
    const { readEpoch } = await __webpack_require__.e(/* import() */ 668).then(__webpack_require__.bind(__webpack_require__, 1668));
    return new Date(readEpoch(env) * 1000);
}


/***/ })

};
