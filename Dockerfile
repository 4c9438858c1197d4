# No package of ours may run an install script here: the image brings the Node that the package `node` would fetch, is
# given a database instead of the embedded one, and @swc/core finds its compiler in a package of its own. The project's
# own `prepare` script is left out with them, so the build is called by its name.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY .swcrc ./
COPY tools/build.js ./tools/
COPY libs ./libs
COPY apps ./apps
RUN node tools/build.js

# What runs needs neither a compiler's nor a database's programs: those are the optional dependencies.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY bin ./bin
COPY tools/eventstoredb-access.js ./tools/
# The image's user `node`, by number: then an orchestrator can tell that it is not root. Nothing is ever written.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
