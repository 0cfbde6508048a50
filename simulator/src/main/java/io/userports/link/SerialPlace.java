package io.userports.link;

import io.userports.adapter.AdapterException;
import io.userports.adapter.AdapterId;
import io.userports.adapter.Adapters;

/**
 * Where a serial link is: at a device, at an adapter wherever that is plugged in, or at both, which must agree.
 *
 * @param device the name of the device; may be empty when an adapter is named
 * @param adapter which adapter it must be
 * @param adapters those of this machine
 */
record SerialPlace(String device, AdapterId adapter, Adapters adapters) {
    /**
     * {@return the device at which it is now}
     *
     * @throws LinkException when no adapter or another one is there
     */
    String locate() {
        try {
            return adapters.locate(device, adapter);
        } catch (AdapterException e) {
            throw LinkException.of(this + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return new LinkSpec.Serial(device, adapter).toString();
    }
}
