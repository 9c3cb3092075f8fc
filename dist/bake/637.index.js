export const id = 637;
export const ids = [637];
export const modules = {

/***/ 3637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeBakeProvenance: () => (/* binding */ writeBakeProvenance)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
async function writeBakeProvenance(file, given, request, env) {
    const { provenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
    const { base, baseName = '', add, settings, annotations, platforms, epochSeconds } = request;
    const platformNames = platforms.map((one) => one.platform);
    const inputs = { base, add: add.map(fromHere), ...settings, annotations, platforms: platformNames, epochSeconds };
    const images = platforms.flatMap(({ image }) => (image ? [{ name: baseName, digest: image.manifestDigest }] : []));
    const source = { url: given.source, revision: given.revision };
    const predicate = provenancePredicate({ engine: 'layers', reason: given.reason, inputs, images, source, env });
    await writeDocument(file, toJson(predicate));
}
/** What lies below the working directory is named from there: the same build on another machine is the same provenance. */
function fromHere(addition) {
    const colon = addition.lastIndexOf(':/');
    const source = addition.slice(0, colon);
    const near = (0,external_node_path_.relative)(process.cwd(), source);
    const isBelow = (0,external_node_path_.isAbsolute)(source) && near !== '' && !near.startsWith('..');
    return isBelow ? `${near}${addition.slice(colon)}` : addition;
}


/***/ })

};
