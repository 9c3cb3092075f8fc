export const id = 194;
export const ids = [194];
export const modules = {

/***/ 194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeRebaseProvenance: () => (/* binding */ writeRebaseProvenance)
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

;// CONCATENATED MODULE: ./lib/actions/wiring/rebase-provenance.js

/** Says that the image is a rebase, of what, and onto what. */
async function writeRebaseProvenance(file, given, request, { bases }, env) {
    const { provenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(471)]).then(__webpack_require__.bind(__webpack_require__, 4471));
    const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { withoutDigest } = await __webpack_require__.e(/* import() */ 573).then(__webpack_require__.bind(__webpack_require__, 2573));
    const { image, base, output, reason } = given;
    const name = formatReference(withoutDigest(parseReference(image)));
    const images = [
        { name, digest: request.image.digest },
        ...bases.map(({ to }) => ({ name: request.baseName, digest: to })),
    ];
    const predicate = provenancePredicate({ engine: 'rebase', reason, inputs: { image, base, output }, images, env });
    await writeDocument(file, toJson(predicate));
}


/***/ })

};
