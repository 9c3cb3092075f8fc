export const id = 951;
export const ids = [951];
export const modules = {

/***/ 3951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openEnvironment: () => (/* binding */ openEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);



/** Wires configuration, store, ledger, target and metrics together for promote and rollback. */
async function openEnvironment(inputs, job) {
    const { loadConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(867), __webpack_require__.e(525)]).then(__webpack_require__.bind(__webpack_require__, 2525));
    const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(681)]).then(__webpack_require__.bind(__webpack_require__, 4681));
    const { locateLedger } = await __webpack_require__.e(/* import() */ 238).then(__webpack_require__.bind(__webpack_require__, 9238));
    const promote = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(71), __webpack_require__.e(446)]).then(__webpack_require__.bind(__webpack_require__, 4446));
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IngotError */ .se('invalid-input', `${config.file} has no environment ${JSON.stringify(environment)}`, {
        advice: `Its environments are: ${known}`,
    });
}
async function openImages(insecureHosts, job) {
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(312)]).then(__webpack_require__.bind(__webpack_require__, 4312));
    const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
    const { formatReference, parseReference, pinned } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { resolveDigest } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(168), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 5407));
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
async function verifyDeployed({ digest, image }, config, policy, insecureHosts, job) {
    if (config.verify === undefined) {
        job.warn(`Nothing is verified before it is deployed: ${config.file} has no verify.key`);
        return undefined;
    }
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(168), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 5407));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(312)]).then(__webpack_require__.bind(__webpack_require__, 4312));
    const { parseReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const verifiers = [await loadVerifier(config.verify.key, job.env.INGOT_KEY_PASSPHRASE)];
    const require = [...config.verify.require, ...(policy?.require ?? [])];
    const store = openStore(parseReference(image), { insecureHosts, signal: job.signal });
    return verifyImage({ store, digest, verifiers, require, signal: job.signal });
}
/**
 * The program of the target's host lies beside the bundle that runs (`dist/<action>/index.js`); unbundled, in `lib/`, it
 * is a file of its own. Found at run time, so that the bundler does not take it for an asset.
 */
function hostEntry(env) {
    const main = process.argv[1] === undefined ? process.cwd() : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1]);
    const candidates = [
        env.INGOT_PROCESS_HOST,
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(main), '../process-host/index.js'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(main), '../promote/targets/process/host-main.js'),
    ];
    const found = candidates.find((file) => file !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file));
    if (found)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IngotError */ .se('target-failed', `The program of the process target is not beside ${main}`, {
        advice: 'dist/process-host/index.js belongs to every copy of dist/',
    });
}
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


/***/ })

};
