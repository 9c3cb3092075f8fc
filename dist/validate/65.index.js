export const id = 65;
export const ids = [65];
export const modules = {

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportValidation: () => (/* binding */ reportValidation)
/* harmony export */ });
/** The outcome of a validation in the words of the action. */
async function reportValidation(validation, reference) {
    const { toMarkdown } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(493), __webpack_require__.e(556)]).then(__webpack_require__.bind(__webpack_require__, 4556));
    const { formatReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { verdict, digest, results } = validation;
    const wrong = results.filter((result) => result.verdict !== 'pass');
    const name = formatReference(reference);
    const message = wrong.length === 0
        ? `${name} passes every check (${results.length})`
        : [
            `${name} fails ${wrong.length} of ${results.length} checks:`,
            ...wrong.map(({ check, message }) => `  ${check}: ${message}`),
        ].join('\n');
    return {
        reason: reasons[verdict],
        message,
        outputs: { verdict, digest, passed: results.length - wrong.length, failed: wrong.length },
        details: { results },
        summary: toMarkdown(validation),
    };
}
const reasons = { pass: 'done', fail: 'validation-failed', error: 'target-failed' };


/***/ })

};
