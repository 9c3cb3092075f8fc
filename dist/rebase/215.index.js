export const id = 215;
export const ids = [215,893];
export const modules = {

/***/ 2893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bv: () => (/* binding */ writePredicate),
/* harmony export */   outputOf: () => (/* binding */ outputOf),
/* harmony export */   withoutDigest: () => (/* binding */ withoutDigest)
/* harmony export */ });
/* unused harmony exports readSettings, loadBases, namedBase, required, summariseBake */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** What is given, over what `bake:` of ingot.yml says; maps are merged key by key. */
async function readSettings(given, config) {
    const { parseCommand, parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const workdir = given.workdir ?? config?.workdir;
    if (workdir !== undefined && !workdir.startsWith('/')) {
        throw new IngotError('invalid-input', `The workdir ${JSON.stringify(workdir)} is not an absolute path in the image`);
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
    throw new IngotError('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` });
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


/***/ }),

/***/ 8215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportRebase: () => (/* binding */ reportRebase),
/* harmony export */   writeRebaseProvenance: () => (/* binding */ writeRebaseProvenance)
/* harmony export */ });
/* harmony import */ var _bake_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2893);

/** The outcome of a rebase in the words of the action: reason, message, outputs and the job summary. */
async function reportRebase(result, facts) {
    const { image, baseName, repository, traffic } = facts;
    const refused = result.kind === 'refuse';
    const reason = refused ? 'rebase-refused' : reasons[result.kind];
    const message = refused
        ? `Cannot rebase ${image} on ${baseName} (rule ${result.rule}): ${result.why}. ${result.advice}`
        : messageOf(result, facts);
    const outputs = {
        digest: refused ? '' : result.digest,
        image: refused ? '' : `${repository}@${result.digest}`,
        reason,
        'base-name': baseName,
        'base-digest': refused ? facts.base.manifestDigest : (result.bases[0]?.to ?? facts.base.manifestDigest),
        ...traffic,
    };
    const details = refused ? { rule: result.rule } : { bases: result.bases };
    const heading = refused ? '### Not rebased' : `### Rebase: ${reason}`;
    const table = refused ? '' : await tableOf(result, traffic);
    return { reason, message, outputs, details, summary: `${heading}\n\n${message}\n${table}` };
}
/** Says that the image is a rebase, of what, and onto what. */
async function writeRebaseProvenance(file, given, request, { bases }, env) {
    const { provenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
    const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { withoutDigest } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2893));
    const { image, base, output, reason } = given;
    const name = formatReference(withoutDigest(parseReference(image)));
    const images = [
        { name, digest: request.image.digest },
        ...bases.map(({ to }) => ({ name: request.baseName, digest: to })),
    ];
    await (0,_bake_request_js__WEBPACK_IMPORTED_MODULE_0__/* .writePredicate */ .bv)(file, provenancePredicate({ engine: 'rebase', reason, inputs: { image, base, output }, images, env }));
}
const reasons = { unchanged: 'unchanged', planned: 'planned', rebased: 'done' };
function messageOf(result, { image, baseName, repository }) {
    switch (result.kind) {
        case 'unchanged':
            return `${image} is on this very base already; nothing was written`;
        case 'planned':
            return `${image} can be rebased on ${baseName}: it would become ${result.digest}`;
        case 'rebased':
            return `Rebased ${image} on ${baseName}: ${repository}@${result.digest}`;
    }
}
async function tableOf({ bases }, traffic) {
    const { formatBytes } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
    const { shortDigest } = await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 9501));
    const rows = bases.map(({ platform, from, to }) => `| ${platform} | \`${shortDigest(from)}\` | \`${shortDigest(to)}\` |`);
    const table = `| platform | base before | base after |\n|---|---|---|\n${rows.join('\n')}\n`;
    return `\n${table}\n${traffic.requests} requests, ${formatBytes(traffic['bytes-sent'])} sent\n`;
}


/***/ })

};
