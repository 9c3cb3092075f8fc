export const id = 9053;
export const ids = [9053];
export const modules = {

/***/ 49053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openEnvironment: () => (/* binding */ openEnvironment)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/actions/wiring/host-entry.js



/**
 * The program of the target's host lies beside the bundle that runs (`dist/<action>/index.js`); unbundled, in `lib/`, it
 * is a file of its own. Found at run time, so that the bundler does not take it for an asset.
 */
function hostEntry(env) {
    const main = process.argv[1] === undefined ? process.cwd() : (0,external_node_fs_.realpathSync)(process.argv[1]);
    const candidates = [
        env.INGOT_PROCESS_HOST,
        (0,external_node_path_.resolve)((0,external_node_path_.dirname)(main), '../process-host/index.js'),
        (0,external_node_path_.resolve)((0,external_node_path_.dirname)(main), '../promote/targets/process/host-main.js'),
    ];
    const found = candidates.find((file) => file !== undefined && (0,external_node_fs_.existsSync)(file));
    if (found)
        return found;
    throw new errors/* IngotError */.se('target-failed', `The program of the process target is not beside ${main}`, {
        advice: 'dist/process-host/index.js belongs to every copy of dist/',
    });
}

;// CONCATENATED MODULE: ./lib/actions/wiring/open-images.js
/** Images by the references that the ledger and the inputs hold: read whole, or as the digest that they name now. */
async function openImages(insecureHosts, job) {
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060));
    const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { formatReference, parseReference, pinned } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { resolveDigest } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(6830)]).then(__webpack_require__.bind(__webpack_require__, 7788));
    const { signal } = job;
    return {
        async open(text) {
            const reference = parseReference(text);
            return loadImage(openStore(reference, { insecureHosts, signal }), reference, { signal });
        },
        async resolve(text) {
            const reference = parseReference(text);
            const digest = await resolveDigest(openStore(reference, { insecureHosts, signal }), reference, signal);
            return { digest, image: formatReference(pinned(reference, digest)) };
        },
    };
}

;// CONCATENATED MODULE: ./lib/actions/wiring/rollout-reporter.js
const quietMilliseconds = 1_000;
/** What happened is a line of the log; what is measured meanwhile is progress, at most once a second. */
function reporter(events, job, describe) {
    let saidAt = 0;
    return (event) => {
        events.push(event);
        const isPassing = event.kind === 'judged' || event.kind === 'waiting';
        if (!isPassing)
            return job.log(describe(event));
        if (event.kind === 'waiting' && event.for === 'soak')
            return;
        if (Date.now() - saidAt < quietMilliseconds)
            return;
        saidAt = Date.now();
        job.progress(describe(event));
    };
}

;// CONCATENATED MODULE: ./lib/actions/wiring/verify-deployed.js

/**
 * Checks signature and attestations of what is to be deployed.
 *
 * @returns undefined when no key is configured and nobody requires anything
 * @throws IngotError `not-found` when the image is gone; `invalid-config` when the organisation policy requires evidence and there is no key to check it with
 */
async function verifyDeployed({ digest, image }, config, policy, insecureHosts, job) {
    const demanded = policy?.require ?? [];
    if (config.verify === undefined) {
        if (demanded.length > 0)
            throw unverifiable(config.file, demanded);
        job.warn(`Nothing is verified before it is deployed: ${config.file} has no verify.key`);
        return undefined;
    }
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(6830)]).then(__webpack_require__.bind(__webpack_require__, 7788));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const verifiers = [await loadVerifier(config.verify.key, job.env.INGOT_KEY_PASSPHRASE)];
    const require = [...config.verify.require, ...demanded];
    const store = openStore(parseReference(image), { insecureHosts, signal: job.signal });
    const { signal } = job;
    const verification = await verifyImage({ store, digest, verifiers, require, signal });
    // An image that is gone has no signatures either; that is not a refusal.
    const isGone = verification.verdict === 'fail' && (await store.readManifest(digest, { signal })) === undefined;
    if (isGone) {
        throw new errors/* IngotError */.se('not-found', `${image} cannot be verified: it is not in its repository any more`, {
            advice: 'Push it there again, from a copy or a backup, with its signatures (ingot copy --with-referrers)',
        });
    }
    return verification;
}
function unverifiable(file, demanded) {
    const why = `the organisation policy requires ${demanded.join(', ')}, and ${file} has no key to verify with`;
    return new errors/* IngotError */.se('invalid-config', `Cannot deploy: ${why}`, {
        advice: `Write verify.key in ${file}: the public key of the signer`,
    });
}

;// CONCATENATED MODULE: ./lib/actions/wiring/environment.js





/** Wires configuration, store, ledger, target and metrics together for promote and rollback. */
async function openEnvironment(inputs, job) {
    const { loadConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(8815), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 42714));
    const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 94681));
    const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 79238));
    const promote = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(5791), __webpack_require__.e(4437)]).then(__webpack_require__.bind(__webpack_require__, 84437));
    const config = await loadConfig(inputs.config);
    const settings = settingsOf(config, inputs.environment);
    const policy = inputs.policy === undefined ? undefined : await loadPolicy(inputs.policy);
    const location = await locateLedger(inputs.ledger, config, job.env);
    const ledger = await openLedger(location, { signal: job.signal, env: job.env });
    const images = await openImages(inputs['insecure-registry'], job);
    const steps = promote.stepsOf(settings.strategy);
    const events = [];
    const target = promote.processTarget({
        directory: settings.target.directory,
        port: settings.target.port,
        ...(settings.target.healthPath !== undefined && { healthPath: settings.target.healthPath }),
        hostEntry: hostEntry(job.env),
        openImage: images.open,
    });
    const context = {
        environment: inputs.environment,
        app: config.app,
        ledger,
        target,
        source: promote.targetMetrics,
        steps,
        metrics: settings.metrics.map(({ name, kind, maxRatio }) => ({ name, kind, maxRatio })),
        alpha: settings.alpha,
        deadlineMilliseconds: settings.deadlineMilliseconds,
        clock: Date.now,
        onEvent: reporter(events, job, promote.describeEvent),
        signal: job.signal,
    };
    return {
        config,
        settings,
        ledger,
        context,
        intervalMilliseconds: Math.min(15_000, Math.max(200, steps.everyMilliseconds / 20)),
        events,
        resolve: images.resolve,
        verify: (deployed) => verifyDeployed(deployed, config, policy, inputs['insecure-registry'], job),
    };
}
function settingsOf(config, environment) {
    const settings = Object.hasOwn(config.environments, environment) ? config.environments[environment] : undefined;
    if (settings)
        return settings;
    const known = Object.keys(config.environments).join(', ') || 'none';
    throw new errors/* IngotError */.se('invalid-input', `${config.file} has no environment ${JSON.stringify(environment)}`, {
        advice: `Its environments are: ${known}`,
    });
}


/***/ })

};
