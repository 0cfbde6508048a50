# userports in a container: docs/ci.md.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -DskipTests package

FROM eclipse-temurin:17.0.17_10-jre-noble
RUN useradd --system --uid 10001 --user-group --no-create-home userports \
    && mkdir /bench \
    && chown userports:userports /bench
COPY --from=build /src/conformance/target/userports.jar /opt/userports/userports.jar
USER userports
WORKDIR /bench
ENTRYPOINT ["java", "-jar", "/opt/userports/userports.jar"]
CMD ["--help"]
