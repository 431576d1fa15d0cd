# One image for every process of e-LAMPID, the engine included; docker-compose.yml gives each its command.
# Base images are parameters: an office with its own image store names it there.
ARG NODE_IMAGE=node:20-bookworm-slim
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-17

FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1 IBM_TELEMETRY_DISABLED=true SCARF_ANALYTICS=false
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm run build -- --filter='!@lampid/test' \
 && npm prune --omit=dev --no-audit --no-fund

# The folder is named after the pom, as the launcher looks for it: it then needs no Maven.
FROM ${MAVEN_IMAGE} AS engine
COPY processes/engine/operaton/pom.xml ./
RUN hash="$(sha256sum pom.xml | cut -c1-16)" \
 && mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
      -DincludeScope=runtime -DoutputDirectory="/engine-lib/operaton-${hash}"

FROM ${NODE_IMAGE}
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 ENGINE_LIB=/engine-lib DATA_DIR=/data
COPY --from=engine /engine-lib /engine-lib
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "server/dist/main.js"]
