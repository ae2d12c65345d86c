# SPDX-License-Identifier: GPL-3.0-or-later
# What every library, program and test of the project has in common.

function(dragoman_common target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough)
  target_compile_definitions(${target} PRIVATE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  if(DRAGOMAN_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(DRAGOMAN_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
  if(DRAGOMAN_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# dragoman_library(name SOURCES a.cpp a.h ... LINKS domain Qt6::Core ...)
function(dragoman_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}/ui")
  target_link_libraries(${name} PUBLIC ${ARG_LINKS})
  dragoman_common(${name})
endfunction()

# dragoman_program(name SOURCES ... LINKS ...)
function(dragoman_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS})
  dragoman_common(${name})
endfunction()

# dragoman_test(tst_name SOURCES ... LINKS ...): a Qt Test program, run offscreen in an unfriendly locale and an own home.
function(dragoman_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE test_support ${ARG_LINKS} Qt6::Test)
  dragoman_common(${name})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    TIMEOUT 900
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Pacific/Chatham;HOME=${CMAKE_BINARY_DIR}/home;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/home/data;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/home/config;XDG_STATE_HOME=${CMAKE_BINARY_DIR}/home/state;XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/home/cache;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
