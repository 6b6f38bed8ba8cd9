package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;

/** Which part of the surface a request is for. Paths are compared as they were sent; the firewall refuses disguises. */
final class Paths {
    private Paths() {}

    static boolean isAccessApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/access/");
    }

    static boolean isConsole(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/console");
    }

    static boolean isImport(HttpServletRequest request) {
        return request.getRequestURI().equals("/admin/import");
    }
}
