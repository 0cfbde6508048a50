/**
 * A serial port over TCP, as octets: Telnet (RFC 854, 855, 856) and its COM-PORT-OPTION (RFC 2217).
 *
 * <p>{@link io.userports.telnet.TelnetReader} takes apart what comes in, {@link io.userports.telnet.TelnetOptions} agrees
 * on options, {@link io.userports.telnet.ComPort} names the commands and {@link io.userports.telnet.ServedPort} is what
 * answers them. Nothing here knows of sockets; see {@code link} for both ends.
 */
package io.userports.telnet;
