export const id = 8338;
export const ids = [8338];
export const modules = {

/***/ 88338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ buildReasons),
/* harmony export */   provenancePredicate: () => (/* binding */ provenancePredicate)
/* harmony export */ });
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23940);


/** Why an image was built. */
const buildReasons = ['push', 'base', 'cve', 'age', 'manual'];
/**
 * A SLSA provenance predicate that says what GitHub's own leaves out: the inputs, the base image, and the reason. It holds
 * no time of day, so the same build says the same twice (a run's own URL is part of it where there is one).
 *
 * @see https://slsa.dev/spec/v1.0/provenance
 */
function provenancePredicate(facts) {
    const { env } = facts;
    const isOnGitHub = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined;
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const parameters = { engine: facts.engine, reason: facts.reason, inputs: facts.inputs };
    const dependencies = [...facts.images.map(imageDependency), ...sourceDependency(facts, isOnGitHub, server)];
    return {
        buildDefinition: {
            buildType: isOnGitHub
                ? 'https://actions.github.io/buildtypes/workflow/v1'
                : `https://ingot.dev/buildtypes/${facts.engine}/v1`,
            externalParameters: isOnGitHub ? { workflow: workflowOf(env, server), ...parameters } : parameters,
            ...(isOnGitHub && { internalParameters: { github: githubOf(env) } }),
            resolvedDependencies: dependencies,
        },
        runDetails: {
            builder: { id: isOnGitHub ? `${server}/${env.GITHUB_WORKFLOW_REF ?? env.GITHUB_REPOSITORY}` : 'ingot' },
            ...(isOnGitHub && { metadata: { invocationId: invocationOf(env, server) } }),
        },
    };
}
function imageDependency({ name, digest, role }) {
    const dependency = { uri: imageUri(name, digest), digest: { sha256: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .Z)(digest) }, name };
    return role === undefined ? dependency : { ...dependency, annotations: { role } };
}
/** A package URL, or the layout's own reference. @see https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md */
function imageUri(name, digest) {
    const reference = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__.parseReference)(name);
    if (reference.kind === 'layout')
        return `${name}@${digest}`;
    const tag = reference.tag === undefined ? '' : `&tag=${encodeURIComponent(reference.tag)}`;
    const short = reference.path.split('/').at(-1);
    return `pkg:oci/${short}@${encodeURIComponent(digest)}?repository_url=${reference.host}/${reference.path}${tag}`;
}
function sourceDependency({ source, env }, isOnGitHub, server) {
    const url = source?.url ?? (isOnGitHub ? `${server}/${env.GITHUB_REPOSITORY}` : undefined);
    const revision = source?.revision ?? (isOnGitHub ? env.GITHUB_SHA : undefined);
    if (url === undefined && revision === undefined)
        return [];
    const ref = isOnGitHub && env.GITHUB_REF !== undefined ? `@${env.GITHUB_REF}` : '';
    const isCommit = revision !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision);
    return [
        {
            ...(url !== undefined && { uri: `git+${url}${ref}` }),
            ...(isCommit ? { digest: { gitCommit: revision } } : revision !== undefined && { annotations: { revision } }),
            name: 'source',
        },
    ];
}
function workflowOf(env, server) {
    const [path = '', ref = env.GITHUB_REF ?? ''] = (env.GITHUB_WORKFLOW_REF ?? '').split('@');
    const repository = env.GITHUB_REPOSITORY ?? '';
    const local = path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : path;
    return { ref, repository: `${server}/${repository}`, path: local };
}
function githubOf(env) {
    return {
        event_name: env.GITHUB_EVENT_NAME ?? '',
        repository_id: env.GITHUB_REPOSITORY_ID ?? '',
        repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID ?? '',
        runner_environment: env.RUNNER_ENVIRONMENT ?? '',
    };
}
function invocationOf(env, server) {
    return `${server}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}/attempts/${env.GITHUB_RUN_ATTEMPT ?? '1'}`;
}


/***/ })

};
