export const id = 307;
export const ids = [307];
export const modules = {

/***/ 9688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   summariseImage: () => (/* binding */ summariseImage),
/* harmony export */   summarisePlan: () => (/* binding */ summarisePlan)
/* harmony export */ });
/** What was baked, on what, how each layer came to it, and what that cost: Markdown for the job summary. */
async function summariseImage(image, baked, { engine, bases, seconds, traffic }) {
    const { formatBytes } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(723), __webpack_require__.e(277), __webpack_require__.e(603)]).then(__webpack_require__.bind(__webpack_require__, 6603));
    const said = baked.unchanged
        ? `### Unchanged\n\n\`${image}\`\n\nEverything in it is as it was, so it was kept and nothing was made.\n`
        : `### ${engine === 'join' ? 'Joined' : 'Baked'}\n\n\`${image}\`\n`;
    const sent = traffic.requests > 0 ? `${traffic.requests} requests, ` : '';
    const by = engine === 'join' ? 'Platforms joined' : `Engine ${engine}`;
    const cost = `${by}, ${seconds.toFixed(1)} s, ${sent}${formatBytes(traffic['bytes-sent'])} sent.`;
    const tables = await Promise.all(baked.platforms.map((platform) => tableOf(platform, bases)));
    return [said, `${cost}\n`, ...tables].join('\n');
}
async function tableOf(baked, bases) {
    const { formatBytes } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(723), __webpack_require__.e(277), __webpack_require__.e(603)]).then(__webpack_require__.bind(__webpack_require__, 6603));
    const { shortDigest } = await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 9501));
    const { platform, baseName, baseDigest, layers, cached } = baked;
    const size = (some) => formatBytes(some.reduce((sum, layer) => sum + layer.size, 0));
    const own = layers.filter(({ from }) => from !== 'base');
    const created = bases.find(({ manifestDigest }) => manifestDigest === baseDigest)?.created;
    const on = baseDigest === undefined ? 'scratch' : `${code(baseName ?? '')} ${code(shortDigest(baseDigest))}`;
    const head = [
        `#### ${platform || 'Artifact'}`,
        '',
        `- size: ${size(layers)} in ${layers.length} layers, ${size(own)} in ${own.length} of its own`,
        `- base: ${on}${created === undefined ? '' : `, created ${created.slice(0, 10)}`}`,
        ...(cached === undefined ? [] : [`- cache: ${cached}`]),
        `- digest: ${code(baked.digest)}`,
    ];
    const rows = layers.map((layer) => `| ${cell(layer.from)} | ${code(shortDigest(layer.digest))} | ${formatBytes(layer.size)} | ${cell(layer.how ?? '')} |`);
    return [...head, '', '| layer | digest | size | how it came |', '|---|---|---:|---|', ...rows, ''].join('\n');
}
/** What would be baked: engine, platforms, bases with their age, and the policy's answer. */
async function summarisePlan({ engine, platforms, bases, output }, { policy, previous }) {
    const { formatReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const rows = bases.map(({ platform, name, manifestDigest, created }) => `| ${platform} | ${cell(name)} | ${code(manifestDigest)} | ${created?.slice(0, 10) ?? 'not known'} |`);
    const on = rows.length === 0 ? ['On scratch.'] : ['| platform | base | digest | created |', '|---|---|---|---|', ...rows];
    return [
        '### To be baked',
        '',
        `- output: ${code(formatReference(output.reference))}`,
        `- engine: ${engine}`,
        `- platforms: ${platforms.join(', ') || 'none'}`,
        `- policy: ${policy === undefined ? 'none was asked' : 'every base is approved'}`,
        `- previous image: ${previous === undefined ? 'none' : code(previous.digest)}`,
        '',
        ...on,
        '',
    ].join('\n');
}
/** Text from outside in a cell of a table: it can neither end the cell nor start markup. */
function cell(text) {
    return text.replaceAll(/[\\|<>`*_[\]]/g, '\\$&').replaceAll(/\s+/g, ' ');
}
function code(text) {
    return `\`${text.replaceAll('`', '')}\``;
}


/***/ })

};
