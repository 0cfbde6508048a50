package io.userports.fault;

/** Something done to what the meter would have said; a closed family. */
public sealed interface Fault permits TelegramFault, OctetFault, SampleFault {}
