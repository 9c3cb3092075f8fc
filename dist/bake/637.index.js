export const id = 637;
export const ids = [637];
export const modules = {

/***/ 3637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeBakeProvenance: () => (/* binding */ writeBakeProvenance)
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

;// CONCATENATED MODULE: ./lib/actions/wiring/bake-provenance.js

/** Says out of what, with which settings and why an image was baked, where the signing job finds it. */
async function writeBakeProvenance(file, facts, env) {
    const { provenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(471)]).then(__webpack_require__.bind(__webpack_require__, 4471));
    const { engine, reason, inputs, bases } = facts;
    const images = bases.map(({ name, manifestDigest }) => ({ name, digest: manifestDigest }));
    const source = { url: facts.source, revision: facts.revision };
    await writeDocument(file, toJson(provenancePredicate({ engine, reason, inputs, images, source, env })));
}


/***/ })

};
