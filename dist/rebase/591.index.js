export const id = 591;
export const ids = [591];
export const modules = {

/***/ 4591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTargets: () => (/* binding */ readTargets)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const maximumListBytes = 64 * 1024 * 1024; // 64 MiB
/**
 * The images to rebase and where each goes: into its own repository, by digest alone, unless that is said.
 *
 * @throws IngotError `invalid-input`, `invalid-reference`, with the line
 */
async function readTargets({ image, images, output }) {
    const { parseReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { parseOutput } = await __webpack_require__.e(/* import() */ 573).then(__webpack_require__.bind(__webpack_require__, 2573));
    const listed = images === undefined ? [] : await readList(images);
    const lines = [...image.map((written) => ({ words: [written], where: '--image' })), ...listed];
    if (lines.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', 'There is no image to rebase', {
            advice: 'Name it with --image, or several in a file with --images',
        });
    }
    if (lines.length > 1 && output !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `--output cannot be for ${lines.length} images`, {
            advice: 'Each goes to its own repository; else write where to behind it, in the file of --images',
        });
    }
    return Promise.all(lines.map(async ({ words, where }) => {
        const [written = '', to = output] = words;
        const reference = located(where, () => parseReference(written));
        const place = to === undefined ? { reference: repositoryOf(reference), tags: [] } : await parseOutput(to);
        return { written, image: reference, output: place.reference, tags: place.tags };
    }));
}
async function readList(file) {
    const { readFile, stat } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const unreadable = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `Cannot read the list of images ${file}: ${why}`, { cause });
    const status = await stat(file).catch((cause) => {
        throw unreadable(cause.code, cause);
    });
    if (!status.isFile())
        throw unreadable('it is not a file');
    if (status.size > maximumListBytes)
        throw unreadable(`it is larger than ${maximumListBytes} bytes`);
    const text = await readFile(file, 'utf8');
    return text.split('\n').flatMap((line, i) => {
        const words = line.replace(/#.*/, '').trim().split(/\s+/).filter(Boolean);
        const where = `${file}:${i + 1}`;
        if (words.length > 2)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `${where}: write an image and, if you like, where it goes`);
        return words.length === 0 ? [] : [{ words, where }];
    });
}
function repositoryOf(reference) {
    const { digest: _, tag: __, ...repository } = reference;
    return repository;
}
function located(where, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se(error.reason, `${where}: ${error.message}`, { ...(error.advice && { advice: error.advice }) });
    }
}


/***/ })

};
