package io.wireroom.engine;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code DATA/log/wireroom.log}: a line per transition, kept for two weeks. */
final class LogFile {
  private LogFile() {}

  static void open(Path data) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var file = data.resolve("log").resolve("wireroom.log");

    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} %msg%n");
    encoder.start();

    var appender = new RollingFileAppender<ILoggingEvent>();
    var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%d.%i.gz");
    rolling.setMaxFileSize(FileSize.valueOf("50MB"));
    rolling.setTotalSizeCap(FileSize.valueOf("500MB"));
    rolling.setMaxHistory(14);

    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.setRollingPolicy(rolling);
    rolling.start();
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }
}
