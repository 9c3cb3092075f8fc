export const id = 7499;
export const ids = [7499];
export const modules = {

/***/ 7499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAdditions: () => (/* binding */ readAdditions)
/* harmony export */ });
/** `{source: …, …}`, and not a path that begins with a placeholder such as `{os}/app`. */
const longForm = /^\{\s*["']?[a-z-]+["']?\s*:/;
/**
 * Additions as they were written: `SRC:DEST`, or the long form of ingot.yml.
 *
 * @throws IngotError `invalid-input`, `invalid-config`
 */
async function readAdditions(add) {
    const { parseAddition } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(5277), __webpack_require__.e(2408), __webpack_require__.e(6148)]).then(__webpack_require__.bind(__webpack_require__, 6148));
    return Promise.all(add.map(async (entry) => {
        if (typeof entry !== 'string')
            return entry;
        return longForm.test(entry.trim()) ? parseLongForm(entry) : parseAddition(entry);
    }));
}
async function parseLongForm(text) {
    const { additionSchema } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(2776)]).then(__webpack_require__.bind(__webpack_require__, 2776));
    const { parseYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7324)]).then(__webpack_require__.bind(__webpack_require__, 7324));
    return parseYaml(text, 'add', additionSchema);
}


/***/ })

};
