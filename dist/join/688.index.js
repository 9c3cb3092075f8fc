export const id = 688;
export const ids = [688];
export const modules = {

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ledgerAtHand: () => (/* binding */ ledgerAtHand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/**
 * The ledger when none is named: in a job on GitHub the repository that it runs for, else the git repository around
 * `directory`. Never a new one: what is not recorded where it is looked for is lost.
 *
 * @param env `GITHUB_ACTIONS`, `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY` are read
 * @throws IngotError `not-found`
 */
async function ledgerAtHand(env, directory = process.cwd()) {
    const { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
    if (GITHUB_ACTIONS === 'true' && GITHUB_SERVER_URL && GITHUB_REPOSITORY) {
        return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
    }
    const { gitDirectory } = await __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 8902));
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at)) {
        if ((await gitDirectory(at)) !== undefined)
            return at;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at) === at)
            break;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('not-found', `No ledger is named, and ${directory} is not in a git repository`, {
        advice: 'Name one: --ledger URL, or ledger: in ingot.yml. A new one is made with: git init --bare DIR',
    });
}


/***/ })

};
