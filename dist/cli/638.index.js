export const id = 638;
export const ids = [638];
export const modules = {

/***/ 80638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withBuildSecrets: () => (/* binding */ withBuildSecrets)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** Where a reusable workflow hands on what its caller calls secrets: it cannot know their names. */
const variable = 'INGOT_BUILD_SECRETS';
/**
 * The job with the secrets of the build as variables of its environment, from where engines take them by name; each is
 * masked, and `INGOT_BUILD_SECRETS`, which held them all, is gone. It holds `NAME=value` a line, or a JSON object.
 *
 * @throws IngotError `invalid-input`; the message never repeats what was given
 */
function withBuildSecrets(job) {
    const { [variable]: text, ...env } = job.env;
    if (text === undefined || text.trim() === '')
        return job;
    const secrets = text.trim().startsWith('{') ? readJson(text) : readLines(text);
    for (const [name, value] of secrets) {
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
            throw refuse('one of its names cannot be that of a variable');
        if (env[name] !== undefined)
            throw refuse(`it would replace the variable ${name}, which is set`);
        job.mask(value);
    }
    return { ...job, env: { ...env, ...Object.fromEntries(secrets) } };
}
function readLines(text) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    return lines.map((line, i) => {
        const equals = line.indexOf('=');
        if (equals > 0)
            return [line.slice(0, equals).trim(), line.slice(equals + 1)];
        throw refuse(`its line ${i + 1} is not NAME=value`);
    });
}
function readJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw refuse('it begins with a brace and is not JSON');
    }
    const entries = Object.entries(value);
    return entries.map(([name, secret]) => {
        if (typeof secret === 'string')
            return [name, secret];
        throw refuse('one of its values is not text');
    });
}
function refuse(why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `The secrets of the build (${variable}) cannot be read: ${why}`, {
        advice: 'Write NAME=value a line, or a JSON object of texts',
    });
}


/***/ })

};
