export const id = 8728;
export const ids = [8728];
export const modules = {

/***/ 8728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   declineBake: () => (/* binding */ declineBake),
/* harmony export */   reportBake: () => (/* binding */ reportBake)
/* harmony export */ });
/** The outcome of a bake in the words of the action. */
async function reportBake(baked, facts) {
    const { digest, unchanged, platforms } = baked;
    const image = `${facts.repository}@${digest}`;
    return {
        reason: unchanged ? 'unchanged' : 'done',
        message: unchanged ? `${facts.output} names this very image already: ${image}` : `Baked ${image}`,
        outputs: { digest, image, ...facts.baseOutputs },
        details: { platforms },
        summary: await summarise(image, facts.base, platforms),
    };
}
/** A bake that the organisation policy has refused; nothing was written. */
function declineBake(why, baseOutputs) {
    return {
        reason: 'base-not-approved',
        message: why,
        outputs: { digest: '', image: '', ...baseOutputs },
        summary: `### Not baked\n\n${why}\n`,
    };
}
/** What was baked, layer by layer. */
async function summarise(image, base, platforms) {
    const { formatBytes } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(9553)]).then(__webpack_require__.bind(__webpack_require__, 9553));
    const { shortDigest } = await __webpack_require__.e(/* import() */ 1882).then(__webpack_require__.bind(__webpack_require__, 9501));
    const tables = platforms.map(({ platform, baseDigest, layers }) => {
        const total = layers.reduce((sum, layer) => sum + layer.size, 0);
        const rows = layers.map(({ digest, size, from }) => `| ${from} | \`${shortDigest(digest)}\` | ${formatBytes(size)} |`);
        const on = baseDigest === undefined ? base : `${base} (\`${shortDigest(baseDigest)}\`)`;
        const head = `**${platform}** on ${on}: ${layers.length} layers, ${formatBytes(total)}`;
        return `${head}\n\n| layer | digest | size |\n|---|---|---:|\n${rows.join('\n')}\n`;
    });
    return `### Baked\n\n\`${image}\`\n\n${tables.join('\n')}`;
}


/***/ })

};
