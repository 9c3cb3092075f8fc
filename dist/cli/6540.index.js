export const id = 6540;
export const ids = [6540];
export const modules = {

/***/ 6540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publish: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6630);


const accepted = {
    image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The image to publish, best by digest', required: true, placeholder: 'REF' }),
    tag: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: 'Tag to give to this digest in its repository; a tag is a label for people, deployments name the digest',
        required: true,
        placeholder: 'TAG',
    }),
    ledger: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Git repository that holds the ledger: a URL or a directory. Default: that of the configuration, else the repository at hand',
        placeholder: 'URL',
    }),
    config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The configuration; default ingot.yml when it is there', placeholder: 'FILE' }),
    policy: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Organisation policy whose required attestations are added to those of the configuration',
        placeholder: 'FILE',
    }),
    key: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: 'File of the key whose signatures count (PEM, the public half is enough); of several any may have signed. ingot.yml supplies it as verify.key',
        placeholder: 'FILE',
    }),
    require: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: 'Predicate type that must be attested: provenance, sbom, vulns, test-result or a URI; the signature always is. ingot.yml supplies it as verify.require',
        placeholder: 'PREDICATE',
    }),
    reason: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['push', 'base', 'cve', 'age', 'manual'], {
        description: 'Why the image was built. Default: what its verified provenance says, else push',
    }),
    app: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Name of the application. Default: app of the configuration, else the last part of the repository',
        placeholder: 'NAME',
    }),
    version: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Version for people. Default: what the image says of itself (org.opencontainers.image.version), else the first tag; the first tag also when another digest has that version already',
        placeholder: 'VERSION',
    }),
    'insecure-registry': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
        placeholder: 'HOST',
    }),
};
const publish = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'publish',
    description: 'Records a digest as a release in the ledger and gives it its tags, once its evidence holds',
    inputs: accepted,
    outputs: {
        digest: 'The digest that was published: deploy this one, not the tag',
        release: 'Path of the release in the ledger, releases/<app>/<hex>.json; empty when it was refused',
        version: 'Version that the release carries; empty when it was refused',
    },
    permissions: { contents: 'write', packages: 'write' },
    about: `
Makes a digest a release: checks that its signature and every required attestation hold (with a key, from the input or
\`verify.key\`), writes the release with its base, source, evidence and findings into the ledger, then tags the very same
bytes. Nothing is tagged that was refused. Run it again after an interruption: what is done already stays as it is.

\`\`\`yaml
- uses: ./actions/publish
  with:
    image: ghcr.io/acme/shop@\${{ needs.bake.outputs.digest }}
    tag: |
      1.4.0
      stable
    key: .ingot/ingot.pub
    require: |
      provenance
      vulns
\`\`\`
`,
    async run(inputs, job) {
        const { openLedger, releasePath } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 4681));
        const { findConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(3867), __webpack_require__.e(7635)]).then(__webpack_require__.bind(__webpack_require__, 1725));
        const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 9238));
        const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1204), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 1204));
        const { parseReference, tagged } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
        const config = await findConfig(inputs.config);
        const policy = inputs.policy === undefined ? undefined : await loadPolicy(inputs.policy);
        const reference = parseReference(inputs.image);
        for (const tag of inputs.tag)
            tagged(reference, tag);
        const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal: job.signal });
        const url = await locateLedger(inputs.ledger, config, job.env);
        const ledger = await openLedger(url, { signal: job.signal, env: job.env });
        const image = await loadAnyPlatform(store, reference, job.signal);
        const { digest } = image;
        const verification = await verifyEvidence(image, inputs, config, policy?.require ?? [], job);
        if (verification?.verdict === 'fail') {
            const { explanation } = verification;
            return {
                reason: 'verification-refused',
                message: explanation,
                outputs: { digest, release: '', version: '' },
                summary: `### Not published\n\n\`\`\`\n${explanation}\n\`\`\`\n`,
            };
        }
        const app = inputs.app ?? config?.app ?? appOf(reference);
        const present = await ledger.readRelease(app, digest);
        const release = present ?? (await describeRelease(app, image, inputs, verification, await ledger.listReleases(app)));
        // The record comes first: a tag then never names what the ledger does not know, and a run that dies in between is
        // completed by the next one, which finds an equal release and goes on to the tags.
        if (present === undefined)
            await ledger.writeRelease(release);
        const added = await addTags(image, inputs.tag, job);
        const isUnchanged = present !== undefined && added.length === 0;
        const path = releasePath(app, digest);
        const name = `${app} ${release.version} (${release.image})`;
        return {
            reason: isUnchanged ? 'unchanged' : 'done',
            message: isUnchanged ? `${name} is published already` : `Published ${name} as ${inputs.tag.join(', ')}`,
            outputs: { digest, release: path, version: release.version },
            details: { app, tags: inputs.tag, added },
            summary: summarise(release, inputs.tag, path, ledger.location),
        };
    },
});
/** The whole image, seen through its first platform: this machine's own may not be among them. */
async function loadAnyPlatform(store, reference, signal) {
    const { isRealPlatform, formatPlatform, loadImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
    const { resolveDigest } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(1050)]).then(__webpack_require__.bind(__webpack_require__, 5407));
    const { parseIndex } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(4360)]).then(__webpack_require__.bind(__webpack_require__, 4360));
    const { indexTypes } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const { pinned } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const digest = await resolveDigest(store, reference, signal);
    const stored = await store.readManifest(digest, { signal });
    const isIndex = stored !== undefined && indexTypes.includes(stored.descriptor.mediaType);
    const index = isIndex ? parseIndex(stored.bytes, `${store.repository}@${digest}`) : undefined;
    const platform = index?.manifests.map((each) => each.platform).find(isRealPlatform);
    return loadImage(store, pinned(reference, digest), { platform: platform && formatPlatform(platform), signal });
}
/** Undefined without a key: then nothing can be believed, and nothing is. */
async function verifyEvidence({ store, digest }, inputs, config, policyRequires, job) {
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(1050)]).then(__webpack_require__.bind(__webpack_require__, 5407));
    const keys = inputs.key.length > 0 ? inputs.key : config?.verify ? [config.verify.key] : [];
    const own = inputs.require.length > 0 ? inputs.require : (config?.verify?.require ?? []);
    const require = [...new Set([...own, ...policyRequires])];
    if (keys.length === 0) {
        if (require.length > 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `${require.join(', ')} cannot be required without a key to verify with`, {
                advice: 'Give --key FILE with the public key of the signer, or write verify.key in ingot.yml',
            });
        }
        job.warn(`${store.repository}@${digest} is published unverified: no --key is given and no verify.key configured`);
        return undefined;
    }
    const verifiers = await Promise.all(keys.map((key) => loadVerifier(key, job.env.INGOT_KEY_PASSPHRASE)));
    return verifyImage({ store, digest, verifiers, require, signal: job.signal });
}
async function describeRelease(app, image, inputs, verification, releases) {
    const { platformsOf } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
    const { formatReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { chooseVersion, readEvidence, readOrigin } = await __webpack_require__.e(/* import() */ 5093).then(__webpack_require__.bind(__webpack_require__, 5093));
    const { base, source, version } = await readOrigin(image);
    const { evidence, signer, findings, reason = 'push' } = await readEvidence(verification?.found ?? []);
    return {
        schemaVersion: 1,
        app,
        digest: image.digest,
        image: formatReference(image.reference),
        version: inputs.version ?? chooseVersion(version, inputs.tag, image.digest, releases),
        tags: inputs.tag,
        platforms: platformsOf(image),
        base,
        source,
        reason: inputs.reason ?? reason,
        publishedAt: new Date().toISOString(),
        evidence,
        signer,
        findings,
    };
}
/** Tags the very bytes that the digest names; the tags that did not name it before. */
async function addTags({ store, digest }, tags, { signal, log }) {
    const stored = await store.readManifest(digest, { signal });
    if (stored === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('not-found', `${store.repository}@${digest} is gone since it was read`);
    const named = await Promise.all(tags.map((tag) => store.readManifest({ tag }, { signal })));
    const missing = tags.filter((_, i) => named[i]?.descriptor.digest !== digest);
    if (missing.length === 0)
        return missing;
    log(`Tagging ${store.repository}@${digest} as ${missing.join(', ')}`);
    const written = await store.writeManifest(stored.bytes, stored.descriptor.mediaType, { tags: missing, signal });
    if (written.digest !== digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('digest-mismatch', `${store.repository} stored ${digest} as ${written.digest}`);
    }
    return missing;
}
function appOf(reference) {
    const path = reference.kind === 'registry' ? reference.path : reference.directory;
    return path.split(/[/\\]/).filter(Boolean).at(-1) ?? '';
}
function summarise(release, tags, path, ledger) {
    const { findings } = release;
    const counts = findings && `${findings.critical} critical, ${findings.high} high, ${findings.medium} medium`;
    const rows = [
        ['Image', `\`${release.image}\``],
        ['Tags', tags.join(', ')],
        ['Platforms', release.platforms.join(', ')],
        ['Base', release.base === null ? 'unknown' : `\`${release.base.name}@${release.base.digest}\``],
        ['Built because of', release.reason],
        ['Signer', release.signer === null ? '**unsigned**' : `\`${release.signer}\``],
        ['Findings', counts ?? 'not attested'],
        ['Release', `\`${path}\` in ${ledger}`],
    ];
    const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
    return `### Published ${release.app} ${release.version}\n\n| | |\n|---|---|\n${table}\n`;
}


/***/ }),

/***/ 6630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
function text(prose) {
    return { kind: 'text', required: false, placeholder: 'TEXT', ...prose };
}
/** Given by repeating the flag, or one a line in YAML. */
function list(prose) {
    return { kind: 'list', required: false, placeholder: 'TEXT', ...prose };
}
function flag(prose) {
    return { kind: 'flag', required: false, default: 'false', placeholder: '', ...prose };
}
function integer(prose) {
    const { default: value, ...rest } = prose;
    return {
        kind: 'integer',
        required: false,
        placeholder: 'N',
        ...rest,
        ...(value !== undefined && { default: String(value) }),
    };
}
function choice(choices, prose) {
    return { kind: 'choice', required: false, choices, placeholder: choices.join('|'), ...prose };
}
/**
 * The one definition of an action. action.yml, its README's tables, the CLI command and the JSON Schema are derived from
 * it; heavy rooms are imported inside `run`, so that declaring an action costs nothing at start.
 */
function defineAction(action) {
    return action;
}


/***/ })

};
