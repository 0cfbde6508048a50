package io.userports.conformance.reference;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The reference as a program that publishes what it shows, to be retained, instead of writing it. */
public final class PublishingCems {
    private PublishingCems() {}

    /** Takes the port of the broker on this machine, the topic, and where P1 is. */
    public static void main(String[] arguments) throws IOException {
        String topic = arguments[1];
        Mqtt3BlockingClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("cems" + ProcessHandle.current().pid())
                .serverHost("127.0.0.1")
                .serverPort(Integer.parseInt(arguments[0]))
                .buildBlocking();
        client.connect();
        ReferenceCems cems = new ReferenceCems(Defect.NONE, 1, line -> client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(line.getBytes(StandardCharsets.UTF_8))
                .send());
        String address = arguments[2];
        cems.start(UserPort.P1);
        try (Socket socket = ReferenceMain.connected(address)) {
            ReferenceMain.read(cems, UserPort.P1, socket, address, 115_200);
        }
    }
}
