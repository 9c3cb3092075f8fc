export const id = 893;
export const ids = [893];
export const modules = {

/***/ 2893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadBases: () => (/* binding */ loadBases),
/* harmony export */   namedBase: () => (/* binding */ namedBase),
/* harmony export */   outputOf: () => (/* binding */ outputOf),
/* harmony export */   readSettings: () => (/* binding */ readSettings),
/* harmony export */   required: () => (/* binding */ required),
/* harmony export */   summariseBake: () => (/* binding */ summariseBake),
/* harmony export */   withoutDigest: () => (/* binding */ withoutDigest),
/* harmony export */   writePredicate: () => (/* binding */ writePredicate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** What is given, over what `bake:` of ingot.yml says; maps are merged key by key. */
async function readSettings(given, config) {
    const { parseCommand, parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const workdir = given.workdir ?? config?.workdir;
    if (workdir !== undefined && !workdir.startsWith('/')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `The workdir ${JSON.stringify(workdir)} is not an absolute path in the image`);
    }
    const { version, revision, source } = given;
    const identity = Object.fromEntries(Object.entries({ version, revision, source }).flatMap(([name, value]) => value === undefined ? [] : [[annotationKeys[name], value]]));
    const command = (text, name) => text === undefined ? config?.[name] : parseCommand(text, name);
    const settings = {
        entrypoint: command(given.entrypoint, 'entrypoint'),
        cmd: command(given.cmd, 'cmd'),
        env: { ...config?.env, ...parsePairs(given.env, 'environment variable') },
        labels: { ...identity, ...config?.labels, ...parsePairs(given.label, 'label') },
        user: given.user ?? config?.user,
        workdir,
        expose: given.expose,
    };
    return { settings, annotations: { ...identity, ...parsePairs(given.annotation, 'annotation') } };
}
/** The base of each platform that is asked for, all read from one resolved digest. */
async function loadBases(store, reference, written, signal) {
    const { formatPlatform, hostPlatform, loadImage, parsePlatform } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203)]).then(__webpack_require__.bind(__webpack_require__, 6203));
    const asked = [...new Set(written.flatMap((entry) => entry.split(',')).map((entry) => entry.trim()))];
    const platforms = asked.filter(Boolean).map((entry) => formatPlatform(parsePlatform(entry)));
    if (store === undefined || reference === undefined) {
        return (platforms.length > 0 ? platforms : [hostPlatform()]).map((platform) => ({ platform }));
    }
    const [first, ...rest] = platforms;
    const image = await loadImage(store, reference, { platform: first, signal });
    const bases = [{ platform: formatPlatform(image.config), image }];
    for (const platform of rest) {
        bases.push({ platform, image: await loadImage(store, image.reference, { platform, signal }) });
    }
    return bases;
}
/** What the policy is asked about: what the reference names, which is the same for every platform. */
function namedBase(platforms) {
    return platforms[0]?.image ?? 'scratch';
}
/** A reference to write to: a digest cannot be chosen. */
function withoutDigest(reference) {
    const { digest: _, ...rest } = reference;
    return rest;
}
/** @throws IngotError `invalid-input` */
function required(value, input, key) {
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` });
}
/** @throws IngotError `invalid-reference` when it names a digest */
function outputOf(reference, text) {
    if (reference.digest === undefined)
        return reference;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot write to ${text}: the digest follows from the content`, {
        advice: 'Name the repository alone, or with a tag',
    });
}
/** Markdown for the job summary: what was baked, layer by layer. */
async function summariseBake(image, base, platforms) {
    const { formatBytes } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
    const { shortDigest } = await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 9501));
    const tables = platforms.map(({ platform, baseDigest, layers }) => {
        const total = layers.reduce((sum, layer) => sum + layer.size, 0);
        const rows = layers.map(({ digest, size, from }) => `| ${from} | \`${shortDigest(digest)}\` | ${formatBytes(size)} |`);
        const on = baseDigest === undefined ? base : `${base} (\`${shortDigest(baseDigest)}\`)`;
        const head = `**${platform}** on ${on}: ${layers.length} layers, ${formatBytes(total)}`;
        return `${head}\n\n| layer | digest | size |\n|---|---|---:|\n${rows.join('\n')}\n`;
    });
    return `### Baked\n\n\`${image}\`\n\n${tables.join('\n')}`;
}
/** Writes a predicate where the signing job finds it. */
async function writePredicate(file, predicate) {
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, `${JSON.stringify(predicate, null, 2)}\n`);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `Cannot write the provenance to ${file}: ${cause.message}`, {
            cause,
        });
    }
}


/***/ })

};
