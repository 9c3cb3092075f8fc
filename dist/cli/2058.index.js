export const id = 2058;
export const ids = [2058];
export const modules = {

/***/ 22058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   approval: () => (/* binding */ approval)
/* harmony export */ });
/** Asks the organisation policy in `file` about each manifest of the new base once; nothing to ask when there is no policy. */
function approval(file, job) {
    if (file === undefined)
        return undefined;
    const asked = new Map();
    const ask = async (base) => {
        const { createdOf } = await __webpack_require__.e(/* import() */ 2845).then(__webpack_require__.bind(__webpack_require__, 82845));
        const { refuseBases } = await __webpack_require__.e(/* import() */ 9617).then(__webpack_require__.bind(__webpack_require__, 89617));
        const refusal = await refuseBases(file, [{ ...base, created: createdOf(base) }], job);
        return refusal && { kind: 'unapproved', rule: refusal.rule, why: refusal.message };
    };
    return (base) => {
        const answer = asked.get(base.manifestDigest) ?? ask(base);
        asked.set(base.manifestDigest, answer);
        return answer;
    };
}


/***/ })

};
