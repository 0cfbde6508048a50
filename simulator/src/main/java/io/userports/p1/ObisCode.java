package io.userports.p1;

public record ObisCode(int a, int b, int c, int d, int e) {}
