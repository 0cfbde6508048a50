/**
 * The serial adapters of this machine: which are plugged in, by what they can be told apart, what their drivers say.
 *
 * <p>An {@link io.userports.adapter.AdapterId} says which adapter is meant by what does not change when it is plugged in
 * again, so that P1 and S1 are never swapped.
 */
package io.userports.adapter;
